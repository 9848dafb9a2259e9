// SPDX-License-Identifier: Apache-2.0
/** What the tests of weighing share: traces with their truth, doubles of services, a recount. */
package io.wayside.weighing.rig;
