/**
 * Callbot's outbound tasks, as answers tell of them. No query lives here.
 */
@NullMarked
package io.callport.callinfo.task;

import org.jspecify.annotations.NullMarked;
