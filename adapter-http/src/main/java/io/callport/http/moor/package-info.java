/**
 * 7moor (容联七陌) V7: its endpoints, envelope, signature and fields (developer.7moor.com/v7). Nothing here sends bytes or
 * knows another vendor.
 */
@NullMarked
package io.callport.http.moor;

import org.jspecify.annotations.NullMarked;
