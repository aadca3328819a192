/** The number pool of an account: its queries, their answers and the port that answers them. */
@NullMarked
package io.callport.numberpool;

import org.jspecify.annotations.NullMarked;
