/**
 * The stand-in for NXCloud's NXLink call centre (云呼叫中心): its signature, its codes, its answers, from NXCloud's wiki.
 * Nothing here knows another vendor or HTTP servers.
 */
@NullMarked
package io.callport.sandbox.nxlink;

import org.jspecify.annotations.NullMarked;
