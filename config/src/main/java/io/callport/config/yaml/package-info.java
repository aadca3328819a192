/**
 * A strict reader of small YAML files that collects every problem with its key instead of stopping at the first. Knows
 * no setting of Callport.
 */
@NullMarked
package io.callport.config.yaml;

import org.jspecify.annotations.NullMarked;
