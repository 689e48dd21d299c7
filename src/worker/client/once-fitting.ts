import type { ProcedureGateway } from './procedure-gateway.ts';

/** A gateway that sends nothing on before something has been found to fit. */
export const onceFitting = (
  gateway: ProcedureGateway,
  fits: Promise<unknown>,
): ProcedureGateway => ({
  ...gateway,
  async begin(request) {
    await fits;
    return gateway.begin(request);
  },
  async act(id, message) {
    await fits;
    return gateway.act(id, message);
  },
});
