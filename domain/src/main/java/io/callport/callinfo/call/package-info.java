/**
 * Phone calls of Callbot, as answers tell of them. Nothing here knows orders or queries.
 */
@NullMarked
package io.callport.callinfo.call;

import org.jspecify.annotations.NullMarked;
