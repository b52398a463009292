package dev.konflux.release.notes.jinja.compile;

import java.util.function.Consumer;

/** What the compiler knows about the place it is at. */
final class Scope {

    /** Whether text is escaped, as far as it is known before running. */
    static final class Escaping {
        boolean on;
        boolean unknown;
    }

    final Symbols symbols;
    final Escaping escaping;
    boolean outputCheck;
    boolean topLevel;
    boolean rootLevel;
    boolean soft;
    boolean inLoop;

    private Scope(Symbols symbols, Escaping escaping) {
        this.symbols = symbols;
        this.escaping = escaping;
    }

    /** The scope of a template body or block, which tells the names it looks up in the context. */
    static Scope function(Escaping escaping, Consumer<String> lookups) {
        return new Scope(new Symbols(new FunctionScope(null), lookups), escaping);
    }

    /** A scope inside this one. */
    Scope inner() {
        return inner(symbols.function());
    }

    /** A scope of a function inside this one. */
    Scope innerFunction() {
        Scope scope = inner(new FunctionScope(symbols.function()));
        scope.inLoop = false;
        return scope;
    }

    /** A scope inside this one with the variables of a given function. */
    Scope inner(FunctionScope function) {
        Scope scope = new Scope(new Symbols(symbols, function), escaping);
        scope.outputCheck = outputCheck;
        scope.inLoop = inLoop;
        return scope;
    }

    /** This scope inside a condition: unknown filters only count when they are reached. */
    Scope soft() {
        Scope scope = new Scope(symbols, escaping);
        scope.outputCheck = outputCheck;
        scope.topLevel = topLevel;
        scope.inLoop = inLoop;
        scope.soft = true;
        return scope;
    }
}
