// SPDX-License-Identifier: Apache-2.0

/** The reference subscriber of the gateway. */
@NullMarked
package io.wayside.rig.central;

import org.jspecify.annotations.NullMarked;
