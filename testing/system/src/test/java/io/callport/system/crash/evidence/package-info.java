/**
 * What a run leaves behind, as anybody could read it: commands and results on their topics, committed checkpoints, and the
 * vendor's own log. Nothing here judges it.
 */
@NullMarked
package io.callport.system.crash.evidence;

import org.jspecify.annotations.NullMarked;
