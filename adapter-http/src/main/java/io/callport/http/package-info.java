/**
 * The vendors over HTTP: {@link io.callport.http.HttpPorts} opens the domain's ports for configured accounts. What is public
 * here is the whole API of this module; its other packages are public to each other only.
 */
@NullMarked
package io.callport.http;

import org.jspecify.annotations.NullMarked;
