/** The checks: each compares one promise with the evidence. The checks use no process, no broker and no clock. */
@NullMarked
package io.callport.system.crash.check;

import org.jspecify.annotations.NullMarked;
