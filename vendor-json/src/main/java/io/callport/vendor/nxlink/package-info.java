/** NXLink's records of calls, mapped to records of the domain: the same asked or pushed. */
@NullMarked
package io.callport.vendor.nxlink;

import org.jspecify.annotations.NullMarked;
