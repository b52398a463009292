/** YAML as PyYAML writes it, to the byte. */
@NullMarked
package dev.konflux.release.notes.jinja.yaml;

import org.jspecify.annotations.NullMarked;
