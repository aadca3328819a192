/**
 * The checks: each compares one promise with the evidence. They use no process, no broker and no clock.
 */
@NullMarked
package io.callport.system.crash.check;

import org.jspecify.annotations.NullMarked;
