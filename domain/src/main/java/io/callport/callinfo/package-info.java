/** Information about calls: its queries, their answers and the port that answers them. */
@NullMarked
package io.callport.callinfo;

import org.jspecify.annotations.NullMarked;
