/**
 * The evidence of a run, all of it public: commands and results on their topics, committed state, and the vendor's log.
 * The checks are elsewhere.
 */
@NullMarked
package io.callport.system.crash.evidence;

import org.jspecify.annotations.NullMarked;
