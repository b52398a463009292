/** The rehearsal: what a real release of a folder of documents would do, printed for a person or a machine. */
@NullMarked
package dev.konflux.release.examples.rehearsal;

import org.jspecify.annotations.NullMarked;
