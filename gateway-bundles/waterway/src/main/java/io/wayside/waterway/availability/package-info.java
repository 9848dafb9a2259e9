// SPDX-License-Identifier: Apache-2.0
/** How much of the time aids did their duty. */
@NullMarked
package io.wayside.waterway.availability;

import org.jspecify.annotations.NullMarked;
