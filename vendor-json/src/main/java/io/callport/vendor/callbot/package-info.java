/** Callbot's calls, orders and tasks, mapped to records of the domain: the same asked or pushed. */
@NullMarked
package io.callport.vendor.callbot;

import org.jspecify.annotations.NullMarked;
