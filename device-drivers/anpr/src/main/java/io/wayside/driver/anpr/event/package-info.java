// SPDX-License-Identifier: Apache-2.0
/** What the parts of a camera's event stream say, make by make. Pure. */
@NullMarked
package io.wayside.driver.anpr.event;

import org.jspecify.annotations.NullMarked;
