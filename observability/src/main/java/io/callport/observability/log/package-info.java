/**
 * The format of the log: one line for each event, as logfmt or as JSON. What is logged, and at which level, is decided
 * elsewhere.
 */
@NullMarked
package io.callport.observability.log;

import org.jspecify.annotations.NullMarked;
