// SPDX-License-Identifier: Apache-2.0
/** The reference central subscriber: what integrators copy. */
@NullMarked
package io.wayside.rig.central;

import org.jspecify.annotations.NullMarked;
