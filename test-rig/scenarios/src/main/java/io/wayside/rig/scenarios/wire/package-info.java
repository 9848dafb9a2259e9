// SPDX-License-Identifier: Apache-2.0
/** The contract on the wire: the AsyncAPI document made from the schemas, and its check. */
@NullMarked
package io.wayside.rig.scenarios.wire;

import org.jspecify.annotations.NullMarked;
