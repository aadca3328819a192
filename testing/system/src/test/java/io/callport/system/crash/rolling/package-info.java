/**
 * A rolling restart with another configuration, under load. No process is killed here, which is left to the crash
 * tests.
 */
@NullMarked
package io.callport.system.crash.rolling;

import org.jspecify.annotations.NullMarked;
