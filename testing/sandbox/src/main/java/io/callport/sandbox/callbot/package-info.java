/**
 * The stand-in for NXCloud's Callbot (牛信云): its signature, its codes, its answers,
 * from NXCloud's wiki. Nothing of another vendor, and nothing of HTTP servers.
 */
@NullMarked
package io.callport.sandbox.callbot;

import org.jspecify.annotations.NullMarked;
