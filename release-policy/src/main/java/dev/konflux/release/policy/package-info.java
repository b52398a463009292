/** Enterprise Contract evaluation: selection, time, rules, reports. */
@NullMarked
package dev.konflux.release.policy;

import org.jspecify.annotations.NullMarked;
