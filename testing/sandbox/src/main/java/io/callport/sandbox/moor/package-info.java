/**
 * The stand-in for 7moor (容联七陌): its signature, its limit, its answers, from the pages of developer.7moor.com/v7.
 * Nothing here knows another vendor or HTTP servers.
 */
@NullMarked
package io.callport.sandbox.moor;

import org.jspecify.annotations.NullMarked;
