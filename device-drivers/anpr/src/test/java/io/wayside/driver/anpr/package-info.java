// SPDX-License-Identifier: Apache-2.0
/** The driver over real sockets, against cameras with encoders of their own. */
@NullMarked
package io.wayside.driver.anpr;

import org.jspecify.annotations.NullMarked;
