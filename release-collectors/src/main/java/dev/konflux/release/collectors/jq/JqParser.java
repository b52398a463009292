package dev.konflux.release.collectors.jq;

import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Turns words into a filter, by descent from the weakest operator to the strongest. */
final class JqParser {

    private static final Pattern NUMBER = Pattern.compile("\\.?[0-9].*");
    private static final Pattern NAME = Pattern.compile("@?[A-Za-z_]\\w*");
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final Set<String> RESERVED = Set.of(
            "or", "and", "then", "elif", "else", "end", "as", "def", "reduce", "foreach", "try", "catch", "label");
    private static final int DEEPEST = 100;

    private final JqTokens tokens;
    private final JqFunctions functions;
    private int depth;

    JqParser(JqTokens tokens, JqFunctions functions) {
        this.tokens = tokens;
        this.functions = functions;
    }

    JqFilter program() {
        JqFilter program = pipe();
        tokens.expect(JqTokens.END);
        return program;
    }

    private JqFilter pipe() {
        if (++depth > DEEPEST) {
            throw new JqError("the program is nested too deeply");
        }
        JqFilter left = comma();
        JqFilter piped = left;
        if (tokens.takes("|")) {
            JqFilter right = pipe();
            piped = (input, output) -> left.run(input, value -> right.run(value, output));
        }
        depth--;
        return piped;
    }

    private JqFilter comma() {
        JqFilter filter = alternative();
        while (tokens.takes(",")) {
            JqFilter first = filter;
            JqFilter second = alternative();
            filter = (input, output) -> {
                first.run(input, output);
                second.run(input, output);
            };
        }
        return filter;
    }

    private JqFilter alternative() {
        JqFilter left = disjunction();
        if (!tokens.takes("//")) {
            return left;
        }
        JqFilter right = alternative();
        return (input, output) -> {
            List<Data> good = new ArrayList<>();
            try {
                left.run(input, value -> addIfTrue(value, good));
            } catch (JqError suppressed) {
                // what came before the error counts
            }
            if (good.isEmpty()) {
                right.run(input, output);
            }
            good.forEach(output);
        };
    }

    private static void addIfTrue(Data value, List<Data> good) {
        if (JqFunctions.isTrue(value)) {
            good.add(value);
        }
    }

    private JqFilter disjunction() {
        JqFilter filter = conjunction();
        while (tokens.takes("or")) {
            filter = decided(filter, conjunction(), true);
        }
        return filter;
    }

    private JqFilter conjunction() {
        JqFilter filter = comparison();
        while (tokens.takes("and")) {
            filter = decided(filter, comparison(), false);
        }
        return filter;
    }

    /** The left side decides alone when it has the deciding truth. */
    private static JqFilter decided(JqFilter left, JqFilter right, boolean deciding) {
        return (input, output) -> left.run(input, a -> {
            if (JqFunctions.isTrue(a) == deciding) {
                output.accept(Data.of(deciding));
            } else {
                right.run(input, b -> output.accept(Data.of(JqFunctions.isTrue(b))));
            }
        });
    }

    private JqFilter comparison() {
        JqFilter left = sum();
        if (!COMPARISONS.contains(tokens.peek())) {
            return left;
        }
        String operator = tokens.take();
        return combined(left, sum(), (a, b) -> Data.of(JqOperators.compare(operator, a, b)));
    }

    private JqFilter sum() {
        JqFilter filter = product();
        while (tokens.peek().equals("+") || tokens.peek().equals("-")) {
            String operator = tokens.take();
            filter = combined(filter, product(), (a, b) -> JqOperators.calculate(operator, a, b));
        }
        return filter;
    }

    private JqFilter product() {
        JqFilter filter = postfix();
        while (Set.of("*", "/", "%").contains(tokens.peek())) {
            String operator = tokens.take();
            filter = combined(filter, postfix(), (a, b) -> JqOperators.calculate(operator, a, b));
        }
        return filter;
    }

    private static JqFilter combined(JqFilter left, JqFilter right, BinaryOperator<Data> operator) {
        return (input, output) -> right.run(input, b -> left.run(input, a -> output.accept(operator.apply(a, b))));
    }

    private JqFilter postfix() {
        JqFilter filter = term();
        while (true) {
            if (tokens.takes("?")) {
                filter = optional(filter);
            } else if (tokens.peek().startsWith(".") && tokens.peek().length() > 1 && isField(tokens.peek())) {
                filter = then(filter, field(tokens.take().substring(1)));
            } else if (tokens.takes("[")) {
                tokens.expect("]");
                filter = then(filter, JqParser::each);
            } else {
                return filter;
            }
        }
    }

    private static boolean isField(String token) {
        return NAME.matcher(token.substring(1)).matches();
    }

    private static JqFilter then(JqFilter first, JqFilter second) {
        return (input, output) -> first.run(input, value -> second.run(value, output));
    }

    private static JqFilter optional(JqFilter filter) {
        return (input, output) -> {
            List<Data> values = new ArrayList<>();
            try {
                filter.run(input, values::add);
            } catch (JqError suppressed) {
                // what came before the error counts
            }
            values.forEach(output);
        };
    }

    private JqFilter term() {
        String token = tokens.take();
        if (token.equals(".")) {
            return (input, output) -> output.accept(input);
        }
        if (token.equals("..")) {
            return JqFunctions::everything;
        }
        if (token.equals("(")) {
            JqFilter inner = pipe();
            tokens.expect(")");
            return inner;
        }
        if (token.equals("if")) {
            return condition();
        }
        if (NUMBER.matcher(token).matches()) {
            Data number = DataNumber.parse(Double.toString(Double.parseDouble(token)));
            return (input, output) -> output.accept(number);
        }
        if (token.startsWith(".") && isField(token)) {
            return field(token.substring(1));
        }
        return call(token);
    }

    private JqFilter condition() {
        JqFilter test = pipe();
        tokens.expect("then");
        JqFilter yes = pipe();
        JqFilter no = tokens.takes("elif") ? condition() : otherwise();
        return (input, output) -> test.run(input, truth -> (JqFunctions.isTrue(truth) ? yes : no).run(input, output));
    }

    private JqFilter otherwise() {
        tokens.expect("else");
        JqFilter no = pipe();
        tokens.expect("end");
        return no;
    }

    private JqFilter call(String name) {
        boolean isName = NAME.matcher(name).matches() && !RESERVED.contains(name);
        if (!isName && !name.equals("$ENV")) {
            throw new JqError("jq: error: syntax error, unexpected '" + name + "'");
        }
        if (!tokens.takes("(")) {
            return functions.named(name);
        }
        JqFilter argument = pipe();
        tokens.expect(")");
        return functions.named(name, argument);
    }

    private static JqFilter field(String name) {
        return (input, output) -> {
            if (!(input instanceof DataObject) && !input.isNull()) {
                throw new JqError("jq: error: Cannot index " + input.kind().word() + " with \"" + name + "\"");
            }
            output.accept(input.find(name).orElse(Data.nothing()));
        };
    }

    private static void each(Data input, Consumer<Data> output) {
        if (input instanceof DataArray array) {
            array.forEach(output);
        } else if (input instanceof DataObject object) {
            object.members().values().forEach(output);
        } else {
            throw new JqError("jq: error: Cannot iterate over " + input.kind().word());
        }
    }
}
