package dev.konflux.release.notes.jinja.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts other expressions in the places of an expression's operands. What has nothing to change stays the same object. */
@SuppressWarnings("ReferenceEquality") // Whether anything changed is a question of identity.
public final class Operands {

    private final UnaryOperator<Expr> change;
    private boolean changed;

    private Operands(UnaryOperator<Expr> change) {
        this.change = change;
    }

    /** The expression with each operand changed. */
    public static Expr changed(Expr node, UnaryOperator<Expr> change) {
        boolean none = node instanceof Expr.Name || node instanceof Expr.Const || node instanceof Expr.Text;
        return none ? node : new Operands(change).of(node);
    }

    private Expr of(Expr node) {
        Expr copy = node instanceof Expr.Tuple || node instanceof Expr.ListOf || node instanceof Expr.Dict
                ? collection(node)
                : node instanceof Expr.Call || node instanceof Expr.Filter || node instanceof Expr.Test
                        ? application(node)
                        : operation(node);
        return changed ? copy : node;
    }

    private Expr collection(Expr node) {
        if (node instanceof Expr.Tuple tuple) {
            return new Expr.Tuple(all(tuple.items()), node.line(), node.offset());
        }
        if (node instanceof Expr.ListOf list) {
            return new Expr.ListOf(all(list.items()), node.line(), node.offset());
        }
        if (node instanceof Expr.Dict dict) {
            return new Expr.Dict(all(dict.keys()), all(dict.values()), node.line(), node.offset());
        }
        return node;
    }

    private Expr application(Expr node) {
        if (node instanceof Expr.Call call) {
            return new Expr.Call(one(call.callee()), arguments(call.arguments()), node.line(), node.offset());
        }
        if (node instanceof Expr.Filter filter) {
            Expr target = optional(filter.target());
            return new Expr.Filter(target, filter.name(), arguments(filter.arguments()), node.line(), node.offset());
        }
        if (node instanceof Expr.Test test) {
            Expr target = one(test.target());
            return new Expr.Test(target, test.name(), arguments(test.arguments()), node.line(), node.offset());
        }
        return node;
    }

    private Expr operation(Expr node) {
        if (node instanceof Expr.Getattr attribute) {
            return new Expr.Getattr(one(attribute.target()), attribute.name(), node.line(), node.offset());
        }
        if (node instanceof Expr.Getitem item) {
            return new Expr.Getitem(one(item.target()), one(item.key()), node.line(), node.offset());
        }
        if (node instanceof Expr.Binary binary) {
            Expr left = one(binary.left());
            return new Expr.Binary(binary.operator(), left, one(binary.right()), node.line(), node.offset());
        }
        if (node instanceof Expr.Unary unary) {
            return new Expr.Unary(unary.sign(), one(unary.operand()), node.line(), node.offset());
        }
        if (node instanceof Expr.Compare compare) {
            return new Expr.Compare(one(compare.first()), links(compare.rest()), node.line(), node.offset());
        }
        if (node instanceof Expr.Concat concat) {
            return new Expr.Concat(all(concat.parts()), node.line(), node.offset());
        }
        if (node instanceof Expr.CondExpr condition) {
            Expr test = one(condition.test());
            Expr yes = one(condition.yes());
            return new Expr.CondExpr(test, yes, optional(condition.no()), node.line(), node.offset());
        }
        if (node instanceof Expr.Slice slice) {
            Expr start = optional(slice.start());
            Expr stop = optional(slice.stop());
            return new Expr.Slice(start, stop, optional(slice.step()), node.line(), node.offset());
        }
        return node;
    }

    private Expr one(Expr operand) {
        Expr other = change.apply(operand);
        changed |= other != operand;
        return other;
    }

    private @Nullable Expr optional(@Nullable Expr operand) {
        return operand == null ? null : one(operand);
    }

    private List<Expr> all(List<Expr> operands) {
        List<Expr> others = new ArrayList<>(operands.size());
        for (Expr operand : operands) {
            others.add(one(operand));
        }
        return others;
    }

    private List<Expr.Compare.Comparison> links(List<Expr.Compare.Comparison> links) {
        List<Expr.Compare.Comparison> others = new ArrayList<>(links.size());
        for (Expr.Compare.Comparison link : links) {
            others.add(new Expr.Compare.Comparison(link.relation(), one(link.operand())));
        }
        return others;
    }

    private Arguments arguments(Arguments arguments) {
        if (arguments.isEmpty()) {
            return arguments;
        }
        List<Arguments.Keyword> keywords = new ArrayList<>(arguments.keywords().size());
        for (Arguments.Keyword keyword : arguments.keywords()) {
            keywords.add(new Arguments.Keyword(keyword.name(), one(keyword.value())));
        }
        List<Expr> positional = all(arguments.positional());
        return new Arguments(positional, keywords, optional(arguments.spread()), optional(arguments.spreadKeywords()));
    }
}
