/**
 * The parts that each vendor is made of: its Feign interfaces over their pipelines, the table of its ports, checks of
 * parameters. Nothing here knows one vendor's signature or fields.
 */
@NullMarked
package io.callport.http.vendor;

import org.jspecify.annotations.NullMarked;
