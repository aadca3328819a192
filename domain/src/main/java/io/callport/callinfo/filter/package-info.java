/**
 * What narrows a query for calls, orders or tasks: the parts of its parameters. No query and no answer lives here.
 */
@NullMarked
package io.callport.callinfo.filter;

import org.jspecify.annotations.NullMarked;
