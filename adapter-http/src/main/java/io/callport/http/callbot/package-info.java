/**
 * NXCloud's Callbot (牛信云): its endpoints, envelopes, signatures and fields (NXCloud wiki, Callbot API). Nothing here
 * sends bytes or knows another vendor.
 */
@NullMarked
package io.callport.http.callbot;

import org.jspecify.annotations.NullMarked;
