/** Ids of assets that are taken: those that files give, and the default ones, `Component/Asset`. */
export class AssetIds {
  private readonly taken = new Set<string>();

  /** Takes the id of an asset, with a number where it is taken; undefined where the default one will do. */
  take(component: string, asset: string, given?: string): string | undefined {
    const usual = `${component}/${asset}`;
    const wanted = given ?? usual;
    let id = wanted;
    for (let number = 2; this.taken.has(id); number++) {
      id = `${wanted} (${number})`;
    }
    this.taken.add(id);
    return id === usual ? undefined : id;
  }
}
