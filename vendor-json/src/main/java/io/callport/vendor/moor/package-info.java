/** The states of calls that 7moor pushes, mapped to records of the domain. */
@NullMarked
package io.callport.vendor.moor;

import org.jspecify.annotations.NullMarked;
