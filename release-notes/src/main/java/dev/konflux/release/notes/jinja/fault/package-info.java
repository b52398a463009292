/** What goes wrong in a template, in Python's classes. */
@NullMarked
package dev.konflux.release.notes.jinja.fault;

import org.jspecify.annotations.NullMarked;
