/**
 * How a log line is written: one event, one line, as logfmt or as JSON. Decides nothing of what is logged, or at which level.
 */
@NullMarked
package io.callport.observability.log;

import org.jspecify.annotations.NullMarked;
