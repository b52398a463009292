/** The rules themselves: one class for each of upstream's packages, every rule a short method that reads like its title. */
@NullMarked
package dev.konflux.release.policy.rules;

import org.jspecify.annotations.NullMarked;
