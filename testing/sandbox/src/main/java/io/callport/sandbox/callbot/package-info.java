/**
 * The stand-in for NXCloud's Callbot (牛信云): its signature, its codes, its answers, from NXCloud's wiki. Nothing here
 * knows another vendor or HTTP servers.
 */
@NullMarked
package io.callport.sandbox.callbot;

import org.jspecify.annotations.NullMarked;
