/** The largest of everything in a small heap, for minutes. */
@NullMarked
package io.callport.system.crash.soak;

import org.jspecify.annotations.NullMarked;
