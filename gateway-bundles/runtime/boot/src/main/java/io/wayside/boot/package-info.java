// SPDX-License-Identifier: Apache-2.0

/** From the site document to a running framework. */
@NullMarked
package io.wayside.boot;

import org.jspecify.annotations.NullMarked;
