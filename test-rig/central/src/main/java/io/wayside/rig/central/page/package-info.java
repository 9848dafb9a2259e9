// SPDX-License-Identifier: Apache-2.0
/** What people see of the centre: a page, its live events and the same as JSON. */
@NullMarked
package io.wayside.rig.central.page;

import org.jspecify.annotations.NullMarked;
