/**
 * The judges: each holds one promise against the evidence. Pure: no process, no broker, no clock.
 */
@NullMarked
package io.callport.system.crash.check;

import org.jspecify.annotations.NullMarked;

