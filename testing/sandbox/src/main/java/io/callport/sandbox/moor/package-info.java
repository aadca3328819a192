/**
 * The stand-in for 7moor (容联七陌): its signature, its limit, its answers,
 * from the pages of developer.7moor.com/v7. Nothing of another vendor, and nothing of HTTP servers.
 */
@NullMarked
package io.callport.sandbox.moor;

import org.jspecify.annotations.NullMarked;
