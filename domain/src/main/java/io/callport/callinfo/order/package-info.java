/**
 * Orders of Callbot, one for each imported number, with their calls, as answers tell of them. No query lives here.
 */
@NullMarked
package io.callport.callinfo.order;

import org.jspecify.annotations.NullMarked;
