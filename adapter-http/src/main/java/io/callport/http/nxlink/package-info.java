/**
 * NXCloud's NXLink call centre (云呼叫中心): its endpoints, envelope, signature and fields (NXCloud wiki, NXCC API). Nothing
 * here sends bytes or knows another vendor.
 */
@NullMarked
package io.callport.http.nxlink;

import org.jspecify.annotations.NullMarked;
