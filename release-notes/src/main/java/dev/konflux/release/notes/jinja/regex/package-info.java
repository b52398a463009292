/** Python's regular expressions, every step of which is paid for. */
@NullMarked
package dev.konflux.release.notes.jinja.regex;

import org.jspecify.annotations.NullMarked;
