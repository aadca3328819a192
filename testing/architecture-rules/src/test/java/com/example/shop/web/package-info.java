/** The shop over HTTP; callers see no HTTP server. */
@NullMarked
package com.example.shop.web;

import org.jspecify.annotations.NullMarked;
