package dev.konflux.release.notes.jinja.fault;

import org.jspecify.annotations.Nullable;

/** The exception classes a template can meet, with the class each one extends. */
public enum FaultKind {
    EXCEPTION("Exception", null),
    TEMPLATE_ERROR("TemplateError", EXCEPTION),
    SYNTAX("TemplateSyntaxError", TEMPLATE_ERROR),
    ASSERTION("TemplateAssertionError", SYNTAX),
    NOT_FOUND("TemplateNotFound", TEMPLATE_ERROR),
    NONE_FOUND("TemplatesNotFound", NOT_FOUND),
    RUNTIME("TemplateRuntimeError", TEMPLATE_ERROR),
    UNDEFINED("UndefinedError", RUNTIME),
    SECURITY("SecurityError", RUNTIME),
    FILTER_ARGUMENT("FilterArgumentError", RUNTIME),
    /** A limit of ours; Jinja2 has none. */
    LIMIT("RenderLimitError", RUNTIME),
    TYPE("TypeError", EXCEPTION),
    VALUE("ValueError", EXCEPTION),
    UNICODE("UnicodeDecodeError", VALUE),
    BINASCII("Error", VALUE),
    ATTRIBUTE("AttributeError", EXCEPTION),
    NAME("NameError", EXCEPTION),
    LOOKUP("LookupError", EXCEPTION),
    KEY("KeyError", LOOKUP),
    INDEX("IndexError", LOOKUP),
    ARITHMETIC("ArithmeticError", EXCEPTION),
    ZERO_DIVISION("ZeroDivisionError", ARITHMETIC),
    OVERFLOW("OverflowError", ARITHMETIC),
    RECURSION("RecursionError", EXCEPTION),
    NOT_IMPLEMENTED("NotImplementedError", EXCEPTION),
    PYTHON_SYNTAX("SyntaxError", EXCEPTION),
    REGEX("error", EXCEPTION),
    JSON("JSONDecodeError", VALUE),
    YAML("YAMLError", EXCEPTION),
    PYTHON_ASSERTION("AssertionError", EXCEPTION),
    PYTHON_RUNTIME("RuntimeError", EXCEPTION);

    private final String pythonName;
    private final @Nullable FaultKind parent;

    FaultKind(String pythonName, @Nullable FaultKind parent) {
        this.pythonName = pythonName;
        this.parent = parent;
    }

    /** The name of the class in Jinja2 or Python. */
    public String pythonName() {
        return pythonName;
    }

    /** Whether an {@code except other} would catch this kind. */
    public boolean isA(FaultKind other) {
        for (FaultKind kind = this; kind != null; kind = kind.parent) {
            if (kind == other) {
                return true;
            }
        }
        return false;
    }
}
