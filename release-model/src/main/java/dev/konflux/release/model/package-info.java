/** Resources of a Konflux release: immutable views of documents in the words of their fields. */
@NullMarked
package dev.konflux.release.model;

import org.jspecify.annotations.NullMarked;
