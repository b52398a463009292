/** The filters. */
@NullMarked
package dev.konflux.release.notes.jinja.filter;

import org.jspecify.annotations.NullMarked;
