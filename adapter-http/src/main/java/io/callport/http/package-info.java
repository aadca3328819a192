/**
 * The vendors over HTTP: {@link io.callport.http.HttpPorts} opens the domain's ports for configured accounts. This
 * package and {@code settings} are the API of this module; its other packages are public to each other only.
 */
@NullMarked
package io.callport.http;

import org.jspecify.annotations.NullMarked;
