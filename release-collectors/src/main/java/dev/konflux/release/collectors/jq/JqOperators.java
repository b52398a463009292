package dev.konflux.release.collectors.jq;

import com.google.common.base.Splitter;
import dev.konflux.release.model.data.Data;
import dev.konflux.release.model.data.DataArray;
import dev.konflux.release.model.data.DataNumber;
import dev.konflux.release.model.data.DataObject;
import dev.konflux.release.model.data.DataString;
import dev.konflux.release.model.data.JqOrder;
import java.util.ArrayList;
import java.util.List;

/** What the operators of jq do with two values. */
final class JqOperators {

    private static final int LONGEST_TEXT = 1 << 20;

    private JqOperators() {}

    static boolean compare(String operator, Data a, Data b) {
        int order = JqOrder.ORDER.compare(a, b);
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    static Data calculate(String operator, Data a, Data b) {
        if (a instanceof DataNumber x && b instanceof DataNumber y) {
            return number(calculate(operator, x.doubleValue(), y.doubleValue()));
        }
        return switch (operator) {
            case "+" -> sum(a, b);
            case "-" -> difference(a, b);
            case "*" -> product(a, b);
            case "/" -> parts(a, b);
            default -> throw mismatch(a, b);
        };
    }

    static Data number(double value) {
        return DataNumber.parse(
                Double.isNaN(value) || Double.isInfinite(value) ? Double.toString(value) : plain(value));
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static double calculate(String operator, double a, double b) {
        boolean divides = operator.equals("/") || operator.equals("%");
        if (divides && (operator.equals("/") ? b : (long) b) == 0) {
            throw new JqError("jq: error: numbers cannot be divided because the divisor is zero");
        }
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            default -> (long) a % Math.abs((long) b);
        };
    }

    static Data sum(Data a, Data b) {
        if (a.isNull() || b.isNull()) {
            return a.isNull() ? b : a;
        }
        if (a instanceof DataNumber x && b instanceof DataNumber y) {
            return number(x.doubleValue() + y.doubleValue());
        }
        if (a instanceof DataString x && b instanceof DataString y) {
            return Data.of(x.text() + y.text());
        }
        if (a instanceof DataArray x && b instanceof DataArray y) {
            List<Data> items = new ArrayList<>(x.items());
            items.addAll(y.items());
            return DataArray.of(items);
        }
        if (a instanceof DataObject x && b instanceof DataObject y) {
            return x.toBuilder().putAll(y).build();
        }
        throw mismatch(a, b);
    }

    private static Data difference(Data a, Data b) {
        if (a instanceof DataArray x && b instanceof DataArray y) {
            return DataArray.of(x.items().stream()
                    .filter(item -> y.items().stream().noneMatch(other -> compare("==", item, other)))
                    .toList());
        }
        throw mismatch(a, b);
    }

    private static Data product(Data a, Data b) {
        if (a instanceof DataString text && b instanceof DataNumber times) {
            return repeated(text.text(), times.doubleValue());
        }
        if (a instanceof DataNumber times && b instanceof DataString text) {
            return repeated(text.text(), times.doubleValue());
        }
        if (a instanceof DataObject x && b instanceof DataObject y) {
            return merged(x, y);
        }
        throw mismatch(a, b);
    }

    /** As jq 1.6 counts: what is above zero and below one repeats once, zero gives null. */
    private static Data repeated(String text, double times) {
        if (Double.isNaN(times) || times <= 0) {
            return Data.nothing();
        }
        if (times * text.length() > LONGEST_TEXT) {
            throw new JqError("jq: error: a text repeated " + plain(times) + " times is too long");
        }
        return Data.of(text.repeat(Math.max(1, (int) times)));
    }

    private static DataObject merged(DataObject a, DataObject b) {
        DataObject.Builder merged = a.toBuilder();
        b.members()
                .forEach((name, value) -> merged.put(
                        name,
                        value instanceof DataObject inner && a.member(name) instanceof DataObject outer
                                ? merged(outer, inner)
                                : value));
        return merged.build();
    }

    private static Data parts(Data a, Data b) {
        if (a instanceof DataString text && b instanceof DataString separator) {
            return DataArray.ofTexts(
                    text.text().isEmpty()
                            ? List.of()
                            : separator.text().isEmpty()
                                    ? text.text()
                                            .codePoints()
                                            .mapToObj(Character::toString)
                                            .toList()
                                    : Splitter.on(separator.text()).splitToList(text.text()));
        }
        throw mismatch(a, b);
    }

    private static JqError mismatch(Data a, Data b) {
        return new JqError("jq: error: " + a.kind().word() + " and " + b.kind().word() + " do not go together");
    }
}
