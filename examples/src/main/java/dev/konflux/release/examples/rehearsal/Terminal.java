package dev.konflux.release.examples.rehearsal;

import java.io.Console;

/** Tells whether a person is looking. */
final class Terminal {

    private Terminal() {}

    /** Before JDK 22 there is a console only at a terminal; since then the console has to be asked. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJdk) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
