/**
 * A rolling restart with another configuration, under load. Kills nothing: that is for the crash tests.
 */
@NullMarked
package io.callport.system.crash.rolling;

import org.jspecify.annotations.NullMarked;
